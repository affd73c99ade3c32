#!/bin/sh
# Q7: remove a memory module that was added before the operating system started: QEMU does not notify the operating
# system until another module is added. Needs QEMU, sh, and the folder that .ci/guest builds: GUEST=FOLDER sh q7.sh
# Expected: DEVICE_DELETED for u1 before the answer "15 s later". Observed in 7.2.22 and 10.0.2: an event that reports
# the arrival of u1, and DEVICE_DELETED only after the add of u2.
# Exits with 1 if the defect shows, 0 if it does not, and 3 if the setup fails; the last line says which.

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
} | { "${QEMU:-qemu-system-x86_64}" -nodefaults -no-user-config -display none -S -accel tcg -machine q35 \
  -smp 1 -m 512M,slots=2,maxmem=4G -kernel "$guest/vmlinuz" -initrd "$guest/initrd.img" \
  -append 'quiet memhp_default_state=online_movable mitigations=off tsc=reliable' -serial "file:$serial" -qmp stdio
  echo "exit status $?"
} | awk '/"QMP"/ { up = 1 } /DEVICE_DELETED/ && /"u1"/ && !late { told = 1 } /"15 s later"/ { late = 1 }
  { print; fflush() }
  END {
    if (!up || !late) { print "not set up: QEMU did not start, or did not answer to the end"; exit 3 }
    if (!told) { print "the defect shows"; exit 1 }
    print "the defect does not show"
  }'
code=$?
rm -f "$serial"
exit $code
