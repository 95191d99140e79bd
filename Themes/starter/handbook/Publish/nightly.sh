#!/bin/sh
# Builds the handbook and publishes it in a shared folder, whole or not at all. Where the content has errors, or anything
# else goes wrong, the folder keeps the site that it has, and one line in Publish/nightly.log says why; cron mails it too.
#
# To run it every night at half past four: crontab -e, then a line such as
#   30 4 * * *  /srv/handbook/Publish/nightly.sh /mnt/shared/handbook
set -u
target=${1:?give the folder that everybody opens the handbook from}
cd "$(dirname "$0")/.." || exit

# cron looks in few folders: add the one that deskbook is in.
PATH=${PATH:-/usr/bin:/bin}:/usr/local/bin:${HOME:-/root}/.local/bin
export PATH

report=$(mktemp) || exit
trap 'rm -f "$report"' EXIT

publish() {
  # Where the pages are kept in git, take in what others wrote.
  if [ -d .git ]; then git pull --quiet --ff-only || return; fi
  deskbook publish "$target" --quiet
}

publish >"$report" 2>&1 && exit
status=$?
why=$(grep -m 1 -E '(error|fatal): ' "$report" || tail -n 1 "$report")
echo "$(date '+%Y-%m-%d %H:%M') not published, the folder keeps its site (status $status): $why" |
  tee -a Publish/nightly.log >&2
exit "$status"
