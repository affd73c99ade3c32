#!/bin/sh
# Q3: with one thread for all processors, QEMU never answers the removal of a processor, nor any later command.
# Needs QEMU, sh, awk and timeout. Another version: QEMU=/path/to/qemu-system-ppc64 sh q3.sh
# Expected: QEMU answers every command, exit status 0. Observed in 7.2.22: no answer to device_del, exit status 137
# (killed after 10 s).
# Exits with 1 if the defect shows, 0 if it does not, and 3 if the setup fails; the last line says which.
say() { printf '%s\n' "$1"; sleep 0.3; }

{
  say '{"execute":"qmp_capabilities"}'
  say '{"execute":"device_add","arguments":{"driver":"power9_v2.0-spapr-cpu-core","id":"u1","core-id":1}}'
  say '{"execute":"device_del","arguments":{"id":"u1"}}'
  say '{"execute":"query-status"}'
  say '{"execute":"quit"}'
} 2>/dev/null | { timeout -s KILL 10 "${QEMU:-qemu-system-ppc64}" -nodefaults -no-user-config -display none -S \
  -accel tcg,thread=single -cpu power9_v2.0 \
  -machine pseries,cap-cfpc=broken,cap-sbbc=broken,cap-ibs=broken,cap-ccf-assist=off \
  -smp 1,maxcpus=3,sockets=3,cores=1,threads=1 -m 256M -qmp stdio
  echo "exit status $?"
} | awk '/"QMP"/ { up = 1 } /"error"/ { refused = 1 } /^exit status/ { status = $3 } { print; fflush() }
  END {
    if (refused || !up) { print "not set up: QEMU did not start, or refused what this needs"; exit 3 }
    if (status != 0) { print "the defect shows"; exit 1 }
    print "the defect does not show"
  }'
