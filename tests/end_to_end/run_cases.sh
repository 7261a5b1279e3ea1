#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs onrecord-search on an index and compares with a file of cases:
#
#   $ quotes --speaker Varga      a command line, as typed in a shell
#   exit 1                        its exit status; 0 if not said
#   | text                        the next line of standard output; if there is any such line,
#                                 these are all, "| " being an empty one
#   lines 4                       so many lines of standard output
#   + text                        standard output holds this text
#   - text                        standard output does not
#   ! text                        standard error holds this text
#   # text                        comment; blank lines count for nothing
#
# usage: run_cases.sh PROGRAM INDEX CASES
set -u
program=$1
export ONRECORD_INDEX=$2
cases=$3
export COLUMNS=100 LC_ALL=C.UTF-8
unset NO_COLOR CLICOLOR_FORCE ONRECORD_PAGER PAGER
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT

command='' wanted_status=0 lines='' wanted_count='' has_lines=no
number=0 done_cases=0 failures=0

complain() {
  failures=$((failures + 1))
  printf '%s:%s: %s\n  $ %s\n' "$cases" "$command_line" "$1" "$command"
  printf '%s\n' "$output" | sed 's/^/    /' | head -n 40
  sed 's/^/    stderr: /' "$errors"
}

onrecord-search() { "$program" "$@"; }

start() {
  command=$1 command_line=$number wanted_status=0 lines='' wanted_count='' has_lines=no
  output=$(eval "onrecord-search $command" 2>"$errors" </dev/null)
  status=$?
  done_cases=$((done_cases + 1))
}

finish() {
  [ -z "$command" ] && return
  [ "$status" -eq "$wanted_status" ] || complain "exit status $status instead of $wanted_status"
  if [ "$has_lines" = yes ] && [ "$output" != "${lines%$'\n'}" ]; then
    complain "other lines than expected"
    diff <(printf '%s\n' "${lines%$'\n'}") <(printf '%s\n' "$output")
  fi
  local count
  count=$(printf '%s' "$output" | grep -c '')
  if [ -n "$wanted_count" ] && [ "$count" -ne "$wanted_count" ]; then
    complain "$count lines instead of $wanted_count"
  fi
}

while IFS= read -r line || [ -n "$line" ]; do
  number=$((number + 1))
  case $line in
    '$ '*) finish; start "${line#'$ '}" ;;
    'exit '*) wanted_status=${line#exit } ;;
    'lines '*) wanted_count=${line#lines } ;;
    '| '* | '|') has_lines=yes; line=${line#|}; lines+=${line# }$'\n' ;;
    '+ '*) case $output in *"${line#+ }"*) ;; *) complain "no \"${line#+ }\"" ;; esac ;;
    '- '*) case $output in *"${line#- }"*) complain "there is \"${line#- }\"" ;; esac ;;
    '! '*) grep -qF -- "${line#! }" "$errors" || complain "no \"${line#! }\" on standard error" ;;
    '#'* | '') ;;
    *) printf '%s:%s: not understood: %s\n' "$cases" "$number" "$line"; failures=$((failures + 1)) ;;
  esac
done <"$cases"
finish

printf '%s cases, %s failures\n' "$done_cases" "$failures"
[ "$failures" -eq 0 ] && [ "$done_cases" -gt 0 ]
