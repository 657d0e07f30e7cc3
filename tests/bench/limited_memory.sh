#!/usr/bin/env bash
# Trains on a file of 4 GB within 1 GB of memory, and holds its speed against reading the file once
# with a cold cache. As root: it makes a memory cgroup (v1 or v2, whichever is mounted) and drops
# the page cache.      tests/bench/limited_memory.sh [FOLDER FOR THE FILE]
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program="$home/build/bench/bin/limited_training"
folder=$(mktemp -d "${1:-/tmp}/sensescope-limited-XXXXXX")
file="$folder/rows.npy"
limit=$((1 << 30))
rows=524288 # of 8 KB: 4 GiB

if [ -f /sys/fs/cgroup/memory/memory.limit_in_bytes ]; then
    group="/sys/fs/cgroup/memory/sensescope-bench-$$"
    mkdir "$group"
    echo "$limit" > "$group/memory.limit_in_bytes"
    peak="$group/memory.max_usage_in_bytes"
    echo "limit: memory cgroup v1, memory.limit_in_bytes = $limit"
elif [ -f /sys/fs/cgroup/cgroup.controllers ]; then
    group="/sys/fs/cgroup/sensescope-bench-$$"
    echo +memory > /sys/fs/cgroup/cgroup.subtree_control
    mkdir "$group"
    echo "$limit" > "$group/memory.max"
    peak="$group/memory.peak"
    echo "limit: memory cgroup v2, memory.max = $limit"
else
    echo "No memory cgroup is mounted here: nothing can be limited." >&2
    exit 1
fi
trap 'rm -rf "$folder"; rmdir "$group"' EXIT

cold() { sync; echo 3 > /proc/sys/vm/drop_caches; }

"$program" make "$file" "$rows"
# In turn, since a shared disk is now fast and now slow.
for round in 1 2 3 4; do
    cold
    dd if="$file" of=/dev/null bs=4M 2>&1 | tail -1 | sed "s/^/round $round, reading once: /"
    cold
    (
        echo "$BASHPID" > "$group/cgroup.procs"
        exec "$program" train "$file" 512 1
    ) | sed "s/^/round $round, training: /"
done
echo "peak of the group: $(cat "$peak") bytes"
uptime
