#!/bin/sh
# Q7: an operating system is not told to let go a memory module that was added before it began, until another module
# comes. Needs QEMU, sh, and what .ci/guest leaves in a folder: GUEST=FOLDER sh q7.sh
# Expected: DEVICE_DELETED for u1 before the answer "15 s later". Observed in 7.2.22 and 10.0.2: an event that u1 has
# come, and DEVICE_DELETED only when u2 has been added.

guest=${GUEST:-.artifacts/guest}
[ -r "$guest/vmlinuz" ] || { echo "not set up: there is no $guest/vmlinuz; .ci/guest FOLDER fetches it"; exit 3; }
serial=$(mktemp)
booted() { i=0; until grep -q ready "$serial" || [ $i -ge 120 ]; do sleep 1; i=$((i + 1)); done; sleep 2; }
module() {
  echo '{"execute":"object-add","arguments":{"qom-type":"memory-backend-ram","id":"m'$1'","size":1073741824}}'
  echo '{"execute":"device_add","arguments":{"driver":"pc-dimm","id":"u'$1'","memdev":"m'$1'"}}'
}
{
  echo '{"execute":"qmp_capabilities"}'
  module 1
  echo '{"execute":"cont"}'
  booted
  echo '{"execute":"device_del","arguments":{"id":"u1"}}'
  sleep 15
  echo '{"execute":"query-status","id":"15 s later"}'
  module 2
  sleep 5
  echo '{"execute":"quit"}'
} | "${QEMU:-qemu-system-x86_64}" -nodefaults -no-user-config -display none -S -accel tcg -machine q35 \
  -smp 1 -m 512M,slots=2,maxmem=4G -kernel "$guest/vmlinuz" -initrd "$guest/initrd.img" \
  -append 'quiet memhp_default_state=online_movable mitigations=off tsc=reliable' -serial "file:$serial" -qmp stdio
echo "exit status $?"
rm -f "$serial"
