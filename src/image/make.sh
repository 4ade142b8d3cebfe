#!/bin/sh
# Makes target/image: the launcher, the jar with its libraries, and a runtime with no more modules than
# they need. Then checks a project with it, in surroundings that have no Java, and says its size.
#
#   src/image/make.sh JDK JAR        (run by: mvn -Pimage package)
set -eu
jdk=$1
jar=$2
target=$(dirname "$jar")
home=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd -P)
image=$target/image

rm -rf "$image"
mkdir -p "$image/app"
cp "$jar" "$image/app/"
cp -R "$target/lib" "$image/app/lib"
mkdir -p "$image/app/native/lib"

# The parsers' libraries for this system alone.
case $(uname -s) in
    Darwin) system=macos ;;
    Linux) system=linux-gnu ;;
    *) system=windows ;;
esac
case $(uname -m) in
    arm64 | aarch64) machine=aarch64 ;;
    *) machine=x86_64 ;;
esac
cp "$target/native/lib/$machine-$system-"* "$image/app/native/lib/"

# What the archive of classes is trained on, also when the image is moved.
mkdir -p "$image/test-fixtures" "$image/src/bench"
for rule in showcase in-memory-session env-declared; do
    cp -R "$home/test-fixtures/$rule" "$image/test-fixtures/$rule"
done
cp -R "$home/src/bench/ten-files" "$image/src/bench/ten-files"
cp "$home/dovetail" "$home/LICENSE" "$image/"

# jdeps sees what is named; the rest is asked for by name at run time: charsets of old files' names.
modules=$("$jdk/bin/jdeps" --ignore-missing-deps --multi-release base --print-module-deps \
    --class-path "$target/lib/*" "$jar")
"$jdk/bin/jlink" --add-modules "$modules,jdk.zipfs" --output "$image/runtime" \
    --strip-java-debug-attributes --no-header-files --no-man-pages

# --- it runs where there is no Java, and finds what there is to find ---------------------------------
cache=$target/image-cache
run() { env -i PATH=/usr/bin:/bin HOME=/nonexistent "$image/dovetail" "$@"; }
run --version
status=0
found=$(run check "$image/src/bench/ten-files" --format json --cache-dir "$cache") || status=$?
rm -rf "$cache"
case "$status $found" in
    '1 '*'"rule"'*) ;;
    *)
        printf 'The image does not find what it should (exit status %s):\n%s\n' "$status" "$found" >&2
        exit 1
        ;;
esac
printf 'target/image: %s MiB, of which the runtime %s MiB\n' \
    "$(du -sm "$image" | cut -f 1)" "$(du -sm "$image/runtime" | cut -f 1)"
