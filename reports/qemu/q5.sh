#!/bin/sh
# Q5: the removal of a processor itself ends QEMU now and then, if it comes at once after the add. 40 rounds of both.
# Needs QEMU, sh and awk. Another version: QEMU=/path/to/qemu-system-ppc64 sh q5.sh
# Expected: every command is answered, exit status 0. Observed in 7.2.22: exit status 134 (SIGABRT) at a device_del,
# with "free(): corrupted unsorted chunks"; one removal in about ten does it.
# If it cannot be set up, its last line says so and it ends with 3: that says nothing of the finding.

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
} | awk '/"QMP"/ { up = 1 } /"error"/ { refused = 1 } { print; fflush() }
  END { if (refused || !up) { print "not set up: QEMU did not start, or refused what this needs"; exit 3 } }'
