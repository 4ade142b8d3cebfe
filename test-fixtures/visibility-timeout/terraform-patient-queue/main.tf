variable "seconds" {
  default = 120
}

resource "aws_sqs_queue" "invoices" {
  name                       = "invoices"
  visibility_timeout_seconds = 6 * var.seconds
}

data "archive_file" "worker" {
  type        = "zip"
  source_file = "${path.module}/worker/main.py"
  output_path = "${path.module}/worker.zip"
}

resource "aws_lambda_function" "worker" {
  function_name = "invoice-worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  filename      = data.archive_file.worker.output_path
  handler       = "main.handle"
  runtime       = "python3.13"
  timeout       = var.seconds
}

resource "aws_lambda_event_source_mapping" "worker" {
  event_source_arn = aws_sqs_queue.invoices.arn
  function_name    = aws_lambda_function.worker.arn
}
