#!/bin/sh
# Q8: remove an I/O host bridge and add another with the same index before the removal has ended: QEMU aborts.
# Needs QEMU, sh and awk. Another version: QEMU=/path/to/qemu-system-ppc64 sh q8.sh
# Expected: QEMU answers every command, the last add possibly by a refusal, exit status 0. Observed in 7.2.22: exit
# status 134 (SIGABRT) with "duplicate LIOBN" and a failed assertion in memory_region_del_subregion.
# Exits with 1 if the defect shows, 0 if it does not, and 3 if the setup fails; the last line says which.

{
  echo '{"execute":"qmp_capabilities"}'
  echo '{"execute":"device_add","arguments":{"driver":"spapr-pci-host-bridge","id":"u8","index":1}}'
  sleep 0.5
  echo '{"execute":"device_del","arguments":{"id":"u8"}}'
  echo '{"execute":"device_add","arguments":{"driver":"spapr-pci-host-bridge","id":"u9","index":1}}'
  sleep 1
  echo '{"execute":"query-status","id":"the end"}'
  echo '{"execute":"quit"}'
} 2>/dev/null | { "${QEMU:-qemu-system-ppc64}" -nodefaults -no-user-config -display none -S -accel tcg -cpu power9_v2.0 \
  -machine pseries,cap-cfpc=broken,cap-sbbc=broken,cap-ibs=broken,cap-ccf-assist=off -smp 1 -m 256M -qmp stdio
  echo "exit status $?"
} | awk '/"QMP"/ { up = 1 } /^exit status/ { status = $3 } /DEVICE_DELETED/ && !/"device"/ { next } { print; fflush() }
  END {
    if (!up) { print "not set up: QEMU did not start"; exit 3 }
    if (status != 0) { print "the defect shows"; exit 1 }
    print "the defect does not show"
  }'
