#!/bin/sh
# Times a check of a repository with many Kubernetes manifests: a third as they lie, a third of
# kustomizations, a third of a Helm chart.
set -eu
home=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd -P)
count=${1:-2000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
each=$((count / 6))

workload() { # name, folder, replicas
    mkdir -p "$2"
    cat >"$2/$1.yaml" <<EOF
apiVersion: apps/v1
kind: Deployment
metadata:
  name: $1
spec:
  replicas: $3
  selector:
    matchLabels:
      app: $1
  template:
    metadata:
      labels:
        app: $1
    spec:
      containers:
        - name: $1
          image: ghcr.io/acme/shop:1
          args: [node, server.js, $1]
          ports:
            - name: http
              containerPort: 3000
          env:
            - name: REGION
              value: eu
          readinessProbe:
            httpGet:
              path: /ready
              port: http
EOF
    cat >"$2/$1-service.yaml" <<EOF
apiVersion: v1
kind: Service
metadata:
  name: $1
spec:
  selector:
    app: $1
  ports:
    - port: 80
      targetPort: http
EOF
}

cat >"$folder/Dockerfile" <<EOF
FROM node:22
WORKDIR /app
COPY . .
CMD ["node", "server.js"]
EOF
echo "require('http').createServer((request, response) => response.end('ready')).listen(3000);" >"$folder/server.js"

mkdir -p "$folder/chart/templates" "$folder/base" "$folder/production"
printf 'apiVersion: v2\nname: shop\nversion: 1.0.0\n' >"$folder/chart/Chart.yaml"
echo 'replicas: 2' >"$folder/chart/values.yaml"
echo 'resources:' >"$folder/base/kustomization.yaml"
printf 'resources: [../base]\nnamePrefix: live-\npatches:\n' >"$folder/production/kustomization.yaml"
i=0
while [ "$i" -lt "$each" ]; do
    i=$((i + 1))
    workload "plain-$i" "$folder/k8s/team-$((i % 20))" 2
    workload "base-$i" "$folder/base" 1
    workload "chart-$i" "$folder/chart/templates" '{{ .Values.replicas | int }}'
    printf '  - base-%s.yaml\n  - base-%s-service.yaml\n' "$i" "$i" >>"$folder/base/kustomization.yaml"
done
printf '  - target: {kind: Deployment}\n    patch: |-\n      - {op: replace, path: /spec/replicas, value: 3}\n' \
    >>"$folder/production/kustomization.yaml"

echo "$(find "$folder" -name '*.yaml' | wc -l) manifests"
"$home/dovetail" units "$folder" | tail -n 1
for run in 1 2 3; do
    start=$(date +%s%N)
    "$home/dovetail" check --no-cache "$folder" >/dev/null || true
    end=$(date +%s%N)
    echo "run $run: $(((end - start) / 1000000)) ms"
done
