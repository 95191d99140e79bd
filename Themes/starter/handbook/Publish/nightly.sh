#!/bin/sh
# Builds the handbook and copies it to a shared folder. Where the content has errors, the folder keeps what it has.
#
# To run it every night at half past four: crontab -e, then a line such as
#   30 4 * * *  /srv/handbook/Publish/nightly.sh /mnt/shared/handbook
set -eu
target=${1:?give the folder that everybody opens the handbook from}
cd "$(dirname "$0")/.."

# Where the pages are kept in git, take in what others wrote.
if [ -d .git ]; then git pull --quiet --ff-only; fi

deskbook build --quiet
# The page that everything starts from is copied last, so that nobody meets half a handbook.
mkdir -p "$target"
if command -v rsync >/dev/null; then
  rsync --archive --delay-updates --delete-delay Output/ "$target/"
else
  cp -R Output/. "$target/"
fi
