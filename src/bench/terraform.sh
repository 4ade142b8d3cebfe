#!/bin/sh
# Times a check of a configuration of Terraform with many files: services in folders of their own that
# call modules, which call modules, and a function, a queue and a route in each.
set -eu
home=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd -P)
count=${1:-2000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
services=$((count / 4))

mkdir -p "$folder/src" "$folder/modules/function" "$folder/modules/queue"
printf 'exports.handler = async () => ({ statusCode: 200 });\n' >"$folder/src/index.js"

cat >"$folder/modules/function/main.tf" <<'EOF'
variable "name" { type = string }
variable "timeout" { default = 10 }
variable "environment" { default = {} }
data "archive_file" "code" {
  type        = "zip"
  source_dir  = "${path.module}/../../src"
  output_path = "${path.module}/code.zip"
}
resource "aws_lambda_function" "this" {
  function_name = var.name
  filename      = data.archive_file.code.output_path
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  timeout       = var.timeout
  environment {
    variables = merge({ NAME = upper(var.name) }, var.environment)
  }
}
output "arn" { value = aws_lambda_function.this.arn }
output "invoke_arn" { value = aws_lambda_function.this.invoke_arn }
EOF
cat >"$folder/modules/queue/main.tf" <<'EOF'
variable "name" { type = string }
resource "aws_sqs_queue" "this" {
  name                       = var.name
  visibility_timeout_seconds = 120
}
output "arn" { value = aws_sqs_queue.this.arn }
EOF

i=0
calls="$folder/main.tf"
: >"$calls"
while [ "$i" -lt "$services" ]; do
    service="$folder/services/s$i"
    mkdir -p "$service"
    cat >>"$calls" <<EOF
module "s$i" {
  source = "./services/s$i"
  stage  = var.stage
}
EOF
    cat >"$service/variables.tf" <<EOF
variable "stage" { type = string }
locals {
  name  = "s$i-\${var.stage}"
  paths = { for verb in ["GET", "POST"] : "\${verb} /s$i" => local.name }
}
EOF
    cat >"$service/function.tf" <<'EOF'
module "function" {
  source      = "../../modules/function"
  name        = local.name
  environment = { STAGE = var.stage }
}
module "queue" {
  source = "../../modules/queue"
  name   = "${local.name}-jobs"
}
EOF
    cat >"$service/api.tf" <<'EOF'
resource "aws_apigatewayv2_api" "this" {
  name          = local.name
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_integration" "this" {
  api_id                 = aws_apigatewayv2_api.this.id
  integration_uri        = module.function.invoke_arn
  payload_format_version = "2.0"
}
resource "aws_apigatewayv2_route" "this" {
  for_each  = local.paths
  api_id    = aws_apigatewayv2_api.this.id
  route_key = each.key
  target    = "integrations/${aws_apigatewayv2_integration.this.id}"
}
EOF
    cat >"$service/worker.tf" <<'EOF'
resource "aws_lambda_event_source_mapping" "this" {
  event_source_arn = module.queue.arn
  function_name    = module.function.arn
}
EOF
    i=$((i + 1))
done
printf 'variable "stage" {\n  default = "live"\n}\n' >"$folder/variables.tf"

printf '%s files of Terraform\n' "$(find "$folder" -name '*.tf' | wc -l | tr -d ' ')"
"$home/dovetail" units "$folder" | tail -n 1
for run in 1 2 3; do
    start=$(date +%s%N)
    "$home/dovetail" check --no-cache --fail-on never "$folder" | tail -n 1
    end=$(date +%s%N)
    printf 'run %s: %s ms\n' "$run" "$(((end - start) / 1000000))"
done
