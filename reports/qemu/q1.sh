#!/bin/sh
# Q1: a processor is added and removed; once as many were added as there are slots, QEMU aborts.
# Needs QEMU, sh and awk. Another version: QEMU=/path/to/qemu-system-ppc64 sh q1.sh
# Expected: every command is answered, exit status 0. Observed in 7.2.22: exit status 134 (SIGABRT), or 139 (see q2.sh).
# If it cannot be set up, its last line says so and it ends with 3: that says nothing of the finding.
say() { printf '%s\n' "$1"; sleep 0.3; }

{
  say '{"execute":"qmp_capabilities"}'
  for round in 1 2 3; do
    say '{"execute":"device_add","arguments":{"driver":"power9_v2.0-spapr-cpu-core","id":"u1","core-id":1}}'
    say '{"execute":"device_del","arguments":{"id":"u1"}}'
  done
  say '{"execute":"quit"}'
} 2>/dev/null | { "${QEMU:-qemu-system-ppc64}" -nodefaults -no-user-config -display none -S -accel tcg -cpu power9_v2.0 \
  -machine pseries,cap-cfpc=broken,cap-sbbc=broken,cap-ibs=broken,cap-ccf-assist=off \
  -smp 1,maxcpus=3,sockets=3,cores=1,threads=1 -m 256M -qmp stdio
  echo "exit status $?"
} | awk '/"QMP"/ { up = 1 } /"error"/ { refused = 1 } { print; fflush() }
  END { if (refused || !up) { print "not set up: QEMU did not start, or refused what this needs"; exit 3 } }'
