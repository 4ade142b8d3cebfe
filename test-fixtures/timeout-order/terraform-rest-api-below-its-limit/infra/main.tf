locals {
  functions = {
    report = {
      seconds = 20
    }
  }
}

data "archive_file" "code" {
  type        = "zip"
  source_dir  = "${path.module}/../src"
  output_path = "${path.module}/.build/src.zip"
}

resource "aws_lambda_function" "each" {
  for_each         = local.functions
  function_name    = "clinic-${each.key}"
  role             = aws_iam_role.lambda.arn
  filename         = data.archive_file.code.output_path
  source_code_hash = data.archive_file.code.output_base64sha256
  handler          = "${each.key}.handler"
  runtime          = "nodejs24.x"
  timeout          = each.value.seconds
}
