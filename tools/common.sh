# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# What the commands of this folder share: a line per step, quiet logs, and the machine they need.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
logs=build/logs
mkdir -p "$logs"

jobs=$(nproc 2>/dev/null || echo 2)
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$jobs}
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$jobs}

build_packages=(ccache cmake g++ libboost-dev libeigen3-dev libfmt-dev ninja-build nlohmann-json3-dev python3-dev python3-venv)
# libclang comes from PyPI without the headers of a compiler.
test_packages=(doctest-dev libclang-common-14-dev)
# A server, for the tests that read from one.
server_packages=(postgresql)
# Peers, whose answers tests compare where they are installed.
peer_packages=(r-base-core r-cran-survival)
bench_packages=(libbenchmark-dev)
clang_packages=(clang clang-format clang-tidy libclang-rt-14-dev)

# Python of the system: a version manager may stand first in PATH, and its Python need not have headers.
python=/usr/bin/python3
[ -x "$python" ] || python=python3

step_count=0
step=0
begin() {
  step=$((step + 1))
  step_start=$SECONDS
  printf '[%d/%d] %s … ' "$step" "$step_count" "$1"
}
end() { printf '%s (%d s)\n' "$1" $((SECONDS - step_start)); }

# stop MESSAGE [LOG]: the step failed, and so does the command.
stop() {
  end failed
  printf '\n%s\n' "$1" >&2
  if [ $# -gt 1 ]; then
    printf 'The end of %s:\n\n' "$2" >&2
    tail -n 40 "$2" >&2
  fi
  exit 1
}

# log NAME COMMAND...: runs quietly, all output in build/logs/NAME.log.
log() {
  local file=$logs/$1.log
  shift
  "$@" >"$file" 2>&1
}

debian_packages() {
  begin 'Debian packages'
  if ! command -v dpkg-query >/dev/null; then
    end "skipped, this is not Debian; needed here: $*"
    return
  fi
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} = 0 ]; then
    end present
    return
  fi
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null ||
      stop "Missing Debian packages, and neither root nor sudo to install them: ${missing[*]}"
    as_root=(sudo)
  fi
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends "${missing[@]}")
  printf 'installing %s … ' "${missing[*]}"
  # The lists of a new or an old machine may not know the packages yet.
  log debian "${install[@]}" ||
    { log debian-update "${as_root[@]}" apt-get update && log debian "${install[@]}"; } ||
    stop "Could not install these Debian packages: ${missing[*]}" "$logs/debian.log"
  end installed
}

python_environment() {
  local stamp=.venv/fealty-requirements key
  begin 'virtual environment .venv'
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    stop "Python 3.11 or newer is needed: $python is $("$python" --version 2>&1 || echo missing)"
  # Its scripts hold the path of the tree: one that was copied or moved is made anew.
  key=$(printf '%s %s\n' "$root" "$("$python" --version)")
  if [ -x .venv/bin/python ] && [ "$(head -n 1 $stamp 2>/dev/null)" = "$key" ]; then
    end present
  else
    log venv "$python" -m venv --clear .venv ||
      stop 'Could not create .venv (is python3-venv installed?)' "$logs/venv.log"
    echo "$key" >$stamp
    end created
  fi

  begin 'Python packages'
  local requirements
  requirements=$(sha256sum tools/requirements.txt)
  if [ "$(tail -n 1 $stamp)" = "$requirements" ]; then
    end present
    return
  fi
  log pip .venv/bin/python -m pip install --disable-pip-version-check -r tools/requirements.txt ||
    stop "Could not install tools/requirements.txt: $(grep -m 1 -oE '(No matching distribution found|Could not).*' \
      "$logs/pip.log" || echo 'see the log')" "$logs/pip.log"
  printf '%s\n%s\n' "$key" "$requirements" >$stamp
  end installed
}

# Peers in Python, in a folder of their own: lifelines holds pandas back, which .venv shall not do.
peers=build/peers
python_peers() {
  local needed
  begin "Python's peers"
  needed=$(.venv/bin/python -c 'import pathlib, tomllib
print(*tomllib.loads(pathlib.Path("pyproject.toml").read_text())["dependency-groups"]["peers"], sep="\n")')
  if [ "$(cat $peers/requirements.txt 2>/dev/null)" = "$needed" ]; then
    end present
    return
  fi
  rm -rf $peers
  echo "$needed" >$logs/peers.txt
  log peers .venv/bin/python -m pip install --disable-pip-version-check --target $peers -r $logs/peers.txt ||
    stop "Could not install the group peers of pyproject.toml." "$logs/peers.log"
  mv $logs/peers.txt $peers/requirements.txt
  end installed
}

# The wheel as users get it, built again only when one of its sources changed.
fealty_package() {
  local stamp=.venv/fealty-sources sources
  begin 'fealty into .venv'
  sources=$(find CMakeLists.txt LICENSE README.md cmake include pyproject.toml python -type f \
    ! -path '*/__pycache__/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
  if [ -x .venv/bin/fealty ] && [ "$(cat $stamp 2>/dev/null)" = "$sources" ]; then
    end present
    return
  fi
  rm -f $stamp
  log package .venv/bin/python -m pip install --disable-pip-version-check --no-build-isolation --no-deps \
    --force-reinstall --config-settings=build-dir=build/python . ||
    stop 'Could not build the Python package.' "$logs/package.log"
  echo "$sources" >$stamp
  end installed
}

# The comment at the top of a command is its help.
help_of() { sed -n '3,/^[^#]/s/^# \{0,1\}//p' "$1"; }
