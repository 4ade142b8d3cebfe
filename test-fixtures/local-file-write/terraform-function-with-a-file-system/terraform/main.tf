module "letters" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name              = "letters"
  handler                    = "app.handler"
  runtime                    = "python3.13"
  source_path                = "${path.module}/../functions/letters"
  create_lambda_function_url = true
  file_system_arn              = aws_efs_access_point.letters.arn
  file_system_local_mount_path = "/mnt/letters"
}

resource "aws_efs_access_point" "letters" {
  file_system_id = "fs-1"
}
