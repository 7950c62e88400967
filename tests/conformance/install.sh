#!/usr/bin/env bash
# Installs the judges that neither npm nor PyPI has, where Debian's packages can be had: the database servers that judge
# the replay of migrations, and a browser. The tests start servers of their own; the ones that the packages would start
# stay down.
set -euo pipefail

missing=()
compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
command -v mariadbd >/dev/null || [[ -x /usr/sbin/mariadbd ]] || missing+=(mariadb-server)
browser=()
command -v chromium >/dev/null || browser+=(chromium)
if [[ ${#missing[@]} -eq 0 && ${#browser[@]} -eq 0 ]]; then
  exit 0
fi

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  as_root=(sudo -n)
fi
if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
  echo "cannot install ${missing[*]} ${browser[*]}: the tests that need them are skipped" >&2
  exit 0
fi
install() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

"${as_root[@]}" apt-get update -qq
if [[ ${#missing[@]} -gt 0 ]]; then
  install "${missing[@]}"
fi
if [[ ${#browser[@]} -gt 0 ]]; then
  install "${browser[@]}" || echo "cannot install ${browser[*]}: what a browser shows is not tested" >&2
fi
