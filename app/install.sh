# Sourced by app/run, tests/run and .ci/run: installs the Debian packages that a list names and
# the machine lacks. As root or by `sudo -n`; otherwise it prints the one command to type.

install_missing() {
    local package missing=()
    while read -r package; do
        if [ -n "$package" ] &&
            [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            missing+=("$package")
        fi
    done < <(cat "$@")
    [ ${#missing[@]} -eq 0 ] && return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            echo "Some packages are missing. Type this, then start again:" >&2
            echo "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo -n)
    fi
    echo "Installing ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
