#!/bin/sh
# Q4: QEMU refuses a memory module that maxmem allows: removed modules have left gaps that are too small.
# Needs QEMU, sh and awk. Another version: QEMU=/path/to/qemu-system-ppc64 sh q4.sh
# Expected: QEMU answers the last device_add with {"return": {}}. Observed in 7.2.22: "memory fragmented due to
# alignments".
# Exits with 1 if the defect shows, 0 if it does not, and 3 if the setup fails; the last line says which.
say() { printf '%s\n' "$1"; sleep 0.3; }
module() {
  say '{"execute":"object-add","arguments":{"qom-type":"memory-backend-ram","id":"m'"$1"'","size":'"$2"',"reserve":false}}'
  say '{"execute":"device_add","arguments":{"driver":"pc-dimm","id":"u'"$1"'","memdev":"m'"$1"'"}}'
}

{
  say '{"execute":"qmp_capabilities"}'
  module 4 1073741824
  module 5 1073741824
  say '{"execute":"device_del","arguments":{"id":"u4"}}'
  module 6 2147483648
  say '{"execute":"quit"}'
} | { "${QEMU:-qemu-system-ppc64}" -nodefaults -no-user-config -display none -S -accel tcg -cpu power9_v2.0 \
  -machine pseries,cap-cfpc=broken,cap-sbbc=broken,cap-ibs=broken,cap-ccf-assist=off \
  -smp 1 -m 256M,slots=8,maxmem=3328M -qmp stdio
  echo "exit status $?"
} | awk '/"QMP"/ { up = 1 } /memory fragmented/ { shown = 1 } /"error"/ && !/memory fragmented/ { refused = 1 }
  /^exit status/ { status = $3 } { print; fflush() }
  END {
    if (refused || !up) { print "not set up: QEMU did not start, or refused what this needs"; exit 3 }
    if (shown || status != 0) { print "the defect shows"; exit 1 }
    print "the defect does not show"
  }'
