resource "aws_lambda_function" "bookings" {
  function_name = "bookings"
  role          = "arn:aws:iam::123456789012:role/bookings"
  filename      = "${path.module}/../build/bookings.zip"
  handler       = "handler.run"
  runtime       = "nodejs24.x"
}
