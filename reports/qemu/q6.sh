#!/bin/sh
# Q6: an operating system on q35 releases a removed processor: QEMU crashes at once or at the next command. 10 rounds of
# add and remove. Needs QEMU, sh, and the folder that .ci/guest builds: GUEST=FOLDER sh q6.sh
# Expected: exit status 0. Observed: in 7.2.22 exit status 134 or 139 (SIGABRT, SIGSEGV) within the first rounds, with
# "double free or corruption" or a similar error; in 10.0.2 134 in the fourth round, with the assertion of Q1.
# Exits with 1 if the defect shows, 0 if it does not, and 3 if the setup fails; the last line says which.

guest=${GUEST:-.artifacts/guest}
[ -r "$guest/vmlinuz" ] || { echo "not set up: there is no $guest/vmlinuz; .ci/guest FOLDER fetches it"; exit 3; }
serial=$(mktemp)
booted() { i=0; until grep -q ready "$serial" || [ $i -ge 120 ]; do sleep 1; i=$((i + 1)); done; sleep 2; }
{
  echo '{"execute":"qmp_capabilities"}'
  echo '{"execute":"cont"}'
  booted
  round=0
  while [ $round -lt 10 ]; do
    echo '{"execute":"device_add","arguments":{"driver":"qemu64-x86_64-cpu","id":"u1",
      "socket-id":1,"core-id":0,"thread-id":0}}'
    sleep 2
    echo '{"execute":"device_del","arguments":{"id":"u1"}}'
    sleep 2
    round=$((round + 1))
  done
  echo '{"execute":"quit"}'
} 2>/dev/null | { "${QEMU:-qemu-system-x86_64}" -nodefaults -no-user-config -display none -S -accel tcg -cpu qemu64 \
  -machine q35 -smp 1,maxcpus=4,sockets=4,cores=1,threads=1 -m 512M -kernel "$guest/vmlinuz" -initrd "$guest/initrd.img" \
  -append 'quiet mitigations=off tsc=reliable' -serial "file:$serial" -qmp stdio
  echo "exit status $?"
} | awk '/"QMP"/ { up = 1 } /^exit status/ { status = $3 }
  { print; fflush() }
  END {
    if (refused || !up) { print "not set up: QEMU did not start, or refused what this needs"; exit 3 }
    if (status != 0) { print "the defect shows"; exit 1 }
    print "the defect does not show"
  }'
code=$?
rm -f "$serial"
exit $code
