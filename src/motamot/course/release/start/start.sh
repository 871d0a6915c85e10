#!/bin/sh
# Finds a Python that is new enough and hands over to kit/start.py.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1

for measure in wheels any; do
    for version in @VERSIONS@ ''; do
        for python in \
            "python3${version:+.${version#3.}}" \
            "/Library/Frameworks/Python.framework/Versions/${version:-Current}/bin/python3" \
            "/opt/homebrew/bin/python3${version:+.${version#3.}}" \
            "/usr/local/bin/python3${version:+.${version#3.}}"; do
            found=$(command -v "$python" 2>/dev/null) || continue
            # Where macOS has no Python yet, this name opens a window about developer tools.
            if [ "$found" = /usr/bin/python3 ] && [ "$(uname)" = Darwin ] && ! xcode-select -p >/dev/null 2>&1; then
                continue
            fi
            if "$found" -E "$here/kit/start.py" --fits "$measure" >/dev/null 2>&1; then
                exec "$found" -E "$here/kit/start.py" "$@"
            fi
        done
    done
done
cat "$here/kit/no-python.txt"
exit 1
