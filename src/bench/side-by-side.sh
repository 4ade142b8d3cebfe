#!/usr/bin/env bash
# Whole-process runs of Dovetail beside what a user would run instead, on any folder.
#
#   src/bench/side-by-side.sh FOLDER [RUNS] [-- OPTIONS OF dovetail check]
#
# ESLint, Biome and oxlint come from npm with their default rules, ast-grep with the patterns of
# src/bench/ast-grep, PMD (quickstart) and OpenRewrite (cloud suitability, on a copy) from Maven Central. They are
# installed into $BENCH_TOOLS, or a temporary folder that is removed. Tools whose language the folder
# does not hold are left out. Each tool's own cache is off, but where a line says otherwise.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(cd "${1:?name a folder}" && pwd -P)
runs=${2:-5}
shift $(($# < 2 ? $# : 2))
[ "${1:-}" = -- ] && shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tools=${BENCH_TOOLS:-$work/tools}
pmd_version=7.17.0
. "$home/src/bench/timing.sh"
accepted='0 1 2 4'

holds() { [ -n "$(find "$folder" -path '*/node_modules' -prune -o -name "$1" -print -quit)" ]; }

names=(cold warm)
cold() { "$home/dovetail" check "$folder" --cache-dir "$work/cold$run" "${options[@]}"; }
warm() { "$home/dovetail" check "$folder" --cache-dir "$work/warm" "${options[@]}"; }
options=("$@")

mkdir -p "$tools"
if holds '*.ts' || holds '*.js'; then
    if [ ! -d "$tools/node_modules/oxlint" ]; then
        npm install --silent --no-audit --no-fund --prefix "$tools" eslint @eslint/js \
            typescript typescript-eslint @biomejs/biome oxlint @ast-grep/cli
    fi
    # ESLint reads TypeScript by the parser that its users add; the rules are those it recommends.
    cat >"$tools/eslint.config.mjs" <<'JS'
import js from '@eslint/js';
import ts from 'typescript-eslint';
export default [
  { ignores: ['**/node_modules/**'] },
  js.configs.recommended,
  { files: ['**/*.ts', '**/*.tsx', '**/*.mts', '**/*.cts'], languageOptions: { parser: ts.parser } },
];
JS
    eslint() {
        (cd "$folder" && "$tools/node_modules/.bin/eslint" -c "$tools/eslint.config.mjs" \
            --no-error-on-unmatched-pattern --quiet .)
    }
    biome() { "$tools/node_modules/.bin/biome" lint --max-diagnostics=20 "$folder"; }
    oxlint() { "$tools/node_modules/.bin/oxlint" "$folder"; }
    ast_grep() { "$tools/node_modules/.bin/ast-grep" scan -c "$home/src/bench/ast-grep/sgconfig.yml" "$folder"; }
    names+=(eslint biome oxlint ast_grep)
fi
if holds '*.java'; then
    if [ ! -d "$tools/pmd" ]; then
        mkdir -p "$work/pmd"
        cat >"$work/pmd/pom.xml" <<XML
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>pmd</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>net.sourceforge.pmd</groupId><artifactId>pmd-cli</artifactId><version>$pmd_version</version></dependency>
    <dependency><groupId>net.sourceforge.pmd</groupId><artifactId>pmd-java</artifactId><version>$pmd_version</version></dependency>
  </dependencies>
</project>
XML
        mvn -q -B -f "$work/pmd/pom.xml" dependency:copy-dependencies "-DoutputDirectory=$tools/pmd"
    fi
    pmd() {
        "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$tools/pmd/*" net.sourceforge.pmd.cli.PmdCli check \
            -d "$folder" -R rulesets/java/quickstart.xml -f text --no-cache --no-progress
    }
    names+=(pmd)
    if [ -z "${BENCH_WITHOUT_OPENREWRITE:-}" ]; then
        # All source as one project without dependencies, for those of many repositories cannot be had, or
        # build with an old JDK alone. It spares OpenRewrite their resolution.
        mkdir -p "$work/copy/src/main/java"
        cat >"$work/copy/pom.xml" <<XML
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>copy</artifactId><version>1</version>
  <properties><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
</project>
XML
        (cd "$folder" && find . -name '*.java' -type f -print0 | tar -cf - --null -T -) |
            tar -xf - -C "$work/copy/src/main/java"
        openrewrite() {
            mvn -q -B ${offline:-} -f "$work/copy/pom.xml" \
                org.openrewrite.maven:rewrite-maven-plugin:dryRunNoFork \
                -Drewrite.recipeArtifactCoordinates=org.openrewrite.recipe:rewrite-cloud-suitability-analyzer:RELEASE \
                -Drewrite.activeRecipes=org.openrewrite.cloudsuitability.FindUnsuitableCode
        }
        names+=(openrewrite)
    fi
fi

# Once each, uncounted. What does not run here is said and left out.
run=0
usable=()
for name in "${names[@]}"; do
    if timed "try" "$name"; then
        usable+=("$name")
    else
        echo "$name is left out." >&2
    fi
done
offline=-o
for run in $(seq "$runs"); do
    for name in "${usable[@]}"; do
        timed "$name" "$name"
    done
done

machine
printf '%s: %s files\n' "$(basename "$folder")" "$(find "$folder" -type f | wc -l | tr -d ' ')"
printf '%-14s %10s %10s %14s\n' '' 'wall ms' 'cpu ms' 'wall / cold'
for name in "${usable[@]}"; do
    printf '%-14s %10.0f %10.0f %14.2f\n' "$name" "$(wall "$name")" "$(cpu "$name")" "$(ratio "$name" cold)"
done
printf '(medians of %d alternating runs; warm is Dovetail with nothing changed)\n' "$runs"
case " ${usable[*]} " in
    *' eslint '*)
        for tool in eslint @biomejs/biome oxlint @ast-grep/cli; do
            printf '%s %s  ' "$tool" \
                "$(sed -n 's/^ *"version": "\([^"]*\)".*/\1/p' "$tools/node_modules/$tool/package.json" | head -n 1)"
        done
        echo
        ;;
esac
case " ${usable[*]} " in
    *' pmd '*) echo "PMD $pmd_version" ;;
esac
