#!/bin/sh
# Q5: add a processor and remove it at once, 40 times: QEMU sometimes crashes at the removal.
# Needs QEMU, sh and awk. Another version: QEMU=/path/to/qemu-system-ppc64 sh q5.sh
# Expected: QEMU answers every command, exit status 0. Observed in 7.2.22: exit status 134 (SIGABRT) at a device_del,
# with "free(): corrupted unsorted chunks", in about one of ten removals.
# Exits with 1 if the defect shows, 0 if it does not, and 3 if the setup fails; the last line says which.

{
  echo '{"execute":"qmp_capabilities"}'
  round=0
  while [ $round -lt 40 ]; do
    echo '{"execute":"device_add","arguments":{"driver":"power9_v2.0-spapr-cpu-core","id":"u1","core-id":1}}'
    echo '{"execute":"device_del","arguments":{"id":"u1"}}'
    sleep 0.05
    round=$((round + 1))
  done
  echo '{"execute":"quit"}'
} 2>/dev/null | { "${QEMU:-qemu-system-ppc64}" -nodefaults -no-user-config -display none -S -accel tcg -cpu power9_v2.0 \
  -machine pseries,cap-cfpc=broken,cap-sbbc=broken,cap-ibs=broken,cap-ccf-assist=off \
  -smp 1,maxcpus=64,sockets=64,cores=1,threads=1 -m 256M -qmp stdio
  echo "exit status $?"
} | awk '/"QMP"/ { up = 1 } /"error"/ { refused = 1 } /^exit status/ { status = $3 } { print; fflush() }
  END {
    if (refused || !up) { print "not set up: QEMU did not start, or refused what this needs"; exit 3 }
    if (status != 0) { print "the defect shows"; exit 1 }
    print "the defect does not show"
  }'
