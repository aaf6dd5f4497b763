# Sourced by .ci/quick and .ci/run: runs stages, counts what passed and failed, and closes with one line.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CI=true DEBIAN_FRONTEND=noninteractive CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
exec </dev/null

work=$(mktemp -d)
passed=0 failed=0

# Runs a command; its output is shown only if it fails. Counts as one.
check() { begin "$@" && report "$1"; }

# The same in two steps, so that others run beside it.
begin() {
  local name=$1 log="$work/$1.log"
  shift
  (
    start=$SECONDS
    "$@" >"$log" 2>&1
    status=$?
    [ "$status" -eq 0 ] || echo "exit status $status of: $*" >>"$log"
    echo "$status $((SECONDS - start))" >"$log.status"
  ) &
  echo $! >"$log.pid"
}

report() {
  local name=$1 log="$work/$1.log" status seconds
  wait "$(cat "$log.pid")"
  read -r status seconds <"$log.status"
  if [ "$status" -eq 0 ]; then
    passed=$((passed + 1))
    echo "ok      $name ($seconds s)"
  else
    failed=$((failed + 1))
    echo "FAILED  $name ($seconds s)"
    tail -n 60 "$log"
    return 1
  fi
}

# What comes after it needs it.
need() { check "$@" || close; }

# The same for tests; counts what tap counted.
begin_tests() { begin "$@"; }

report_tests() {
  local name=$1 log="$work/$1.log" status seconds pass fail
  wait "$(cat "$log.pid")"
  read -r status seconds <"$log.status"
  pass=$(sed -nE 's/^# \{ total: .*pass: ([0-9]+).*/\1/p' "$log" | tail -n 1)
  fail=$(sed -nE 's/^# \{ total: .*fail: ([0-9]+).*/\1/p' "$log" | tail -n 1)
  # A run that ended badly has failed, whatever it managed to count.
  if [ "$status" -ne 0 ] && [ "${fail:-0}" -eq 0 ]; then fail=1; fi
  if [ "$status" -eq 0 ] && [ -z "$pass" ]; then fail=1; fi
  passed=$((passed + ${pass:-0})) failed=$((failed + ${fail:-0}))
  if [ "${fail:-0}" -eq 0 ]; then
    echo "ok      $name: ${pass} passed ($seconds s)"
  else
    echo "FAILED  $name: ${pass:-0} passed, $fail failed ($seconds s)"
    grep -E -A 30 '^ *not ok' "$log" | head -n 300
    tail -n 40 "$log"
  fi
}

tests() { begin_tests "$@" && report_tests "$1"; }

# The files that need no database, in as many processes as there are cores.
pure_tests() {
  local files
  files=$(node .ci/pure-tests.js "node_modules/.cache/annuaire/pure" "$(nproc)") || return
  # Each process runs half of the files: 90 seconds on a quiet machine, more than the usual limit on a busy one.
  # shellcheck disable=SC2086
  npx tap run --disable-coverage --timeout=1500 $files
}

close() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}
