#!/usr/bin/env bash
# A TypeScript monorepo: ten thousand files in packages and services, of which five are deployed.
#
#   src/bench/monorepo.sh FOLDER [FILES]
#
# Writes it; src/bench/side-by-side.sh then times it. FOLDER must not exist.
set -euo pipefail
root=${1:?name a folder that does not exist}
files=${2:-10000}
[ -e "$root" ] && { echo "$root exists." >&2; exit 2; }
services=100
shared=20
each=$((files / (services + shared)))
mkdir -p "$root"
echo '{"name": "clinic", "private": true, "workspaces": ["packages/*", "services/*"]}' >"$root/package.json"
awk -v root="$root" -v services="$services" -v shared="$shared" -v each="$each" '
function module(file, kind, n, i, imports) {
    print imports > file
    printf "export interface Visit%d { id: string; patient: string; room: number; notes: string[] }\n\n", i > file
    printf "const rooms%d = new Map<string, number>();\n\n", i > file
    printf "export function roomOf%d(visit: Visit%d): number {\n", i, i > file
    printf "  return rooms%d.get(visit.id) ?? visit.room;\n}\n\n", i > file
    for (f = 0; f < 6; f++) {
        printf "export async function step%d_%d(visit: Visit%d, tries = %d): Promise<Visit%d> {\n", i, f, i, f + 1, i > file
        printf "  for (let turn = 0; turn < tries; turn++) {\n" > file
        printf "    const note = `${visit.patient} of room ${roomOf%d(visit)} at turn ${turn}`;\n", i > file
        printf "    if (visit.notes.includes(note)) {\n      return { ...visit, room: visit.room + 1 };\n    }\n" > file
        printf "    visit.notes.push(note.trim().toLowerCase());\n  }\n  return visit;\n}\n\n" > file
    }
    close(file)
}
BEGIN {
    for (p = 0; p < shared; p++) {
        dir = root "/packages/shared-" p; system("mkdir -p " dir "/src")
        printf "{\"name\": \"@clinic/shared-%d\", \"main\": \"src/index.ts\"}\n", p > (dir "/package.json"); close(dir "/package.json")
        index_ = dir "/src/index.ts"
        for (i = 0; i < each; i++) {
            module(dir "/src/part" i ".ts", "shared", p, i, i > 0 && i % 3 == 0 ? "import { roomOf" (i - 1) " } from \"./part" (i - 1) "\";\nexport const before" i " = roomOf" (i - 1) ";" : "")
            printf "export * from \"./part%d\";\n", i > index_
        }
        close(index_)
    }
    for (s = 0; s < services; s++) {
        dir = root "/services/service-" s; system("mkdir -p " dir "/src")
        printf "{\"name\": \"@clinic/service-%d\", \"dependencies\": {\"express\": \"^5.0.0\", \"@clinic/shared-%d\": \"*\"}}\n", s, s % shared > (dir "/package.json"); close(dir "/package.json")
        app = dir "/src/app.ts"
        print "import fs from \"node:fs\";" > app
        printf "import { roomOf0 } from \"@clinic/shared-%d\";\n", s % shared > app
        for (i = 0; i < each; i++) {
            module(dir "/src/step" i ".ts", "service", s, i, i > 0 ? "import { roomOf" (i - 1) " } from \"./step" (i - 1) "\";\nexport const before" i " = roomOf" (i - 1) ";" : "")
            if (i % 10 == 0) printf "import { step%d_0 as run%d } from \"./step%d\";\n", i, i, i > app
        }
        printf "\nexport async function handler(event: { id: string }) {\n" > app
        printf "  const visit = { id: event.id, patient: \"p\", room: 1, notes: [] as string[] };\n" > app
        for (i = 0; i < each; i += 10) printf "  await run%d(visit);\n", i > app
        printf "  fs.writeFileSync(\"visits.json\", JSON.stringify(visit));\n  return { statusCode: 200, body: String(roomOf0(visit)) };\n}\n" > app
        close(app)
        if (s < 5) {
            yml = dir "/serverless.yml"
            printf "service: service-%d\nprovider:\n  name: aws\n  runtime: nodejs22.x\nfunctions:\n  api:\n    handler: src/app.handler\n    events:\n      - httpApi: \"*\"\n", s > yml
            close(yml)
        }
    }
}' </dev/null
printf '%s: %s files\n' "$root" "$(find "$root" -name '*.ts' | wc -l | tr -d ' ')"
