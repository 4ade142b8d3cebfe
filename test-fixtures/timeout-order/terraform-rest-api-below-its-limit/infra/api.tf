resource "aws_api_gateway_rest_api" "clinic" {
  name = "clinic"
}

resource "aws_api_gateway_resource" "report" {
  rest_api_id = aws_api_gateway_rest_api.clinic.id
  parent_id   = aws_api_gateway_rest_api.clinic.root_resource_id
  path_part   = "{clinic}"
}

resource "aws_api_gateway_method" "report" {
  rest_api_id   = aws_api_gateway_rest_api.clinic.id
  resource_id   = aws_api_gateway_resource.report.id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "report" {
  rest_api_id             = aws_api_gateway_rest_api.clinic.id
  resource_id             = aws_api_gateway_resource.report.id
  http_method             = aws_api_gateway_method.report.http_method
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = aws_lambda_function.each["report"].invoke_arn
}

resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.each["report"].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.clinic.execution_arn}/*"
}
