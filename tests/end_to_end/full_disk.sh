#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# When no more can be written, the indexer stops with status 4 and a message, and an index that was
# there before stays as it was.
#
# usage: full_disk.sh PROGRAM ARCHIVE
set -u
program=$1 archive=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$archive" || exit 1

"$program" build --quiet -d "$folder/index" "$(find . -name '*.txt' | sort | head -n 1)" || exit 1
before=$("$program" stats -d "$folder/index" --format json)

# 64 blocks of 1024 bytes: less than one table of the index.
(ulimit -f 64 && exec "$program" build --quiet -d "$folder/index" .) 2>"$folder/errors"
status=$?
after=$("$program" stats -d "$folder/index" --format json)

if [ "$status" != 4 ] || [ ! -s "$folder/errors" ] || [ "$before" != "$after" ]; then
  echo "exit status $status (wanted 4), message: $(cat "$folder/errors")"
  echo "before: $before"
  echo "after:  $after"
  exit 1
fi
