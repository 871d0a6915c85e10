#!/bin/sh
exec /bin/sh "$(dirname -- "$0")/start.sh" "$@"
