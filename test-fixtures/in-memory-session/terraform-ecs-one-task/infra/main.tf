module "shop" {
  source        = "./modules/service"
  name          = "shop"
  image         = "${aws_ecr_repository.shop.repository_url}:${var.release}"
  desired_count = 1
}

resource "aws_ecr_repository" "shop" {
  name = "shop"
}

variable "release" {
  type = string
}
