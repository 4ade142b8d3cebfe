module "letters" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name              = "letters"
  handler                    = "app.handler"
  runtime                    = "python3.13"
  source_path                = "${path.module}/../functions/letters"
  create_lambda_function_url = true
}

