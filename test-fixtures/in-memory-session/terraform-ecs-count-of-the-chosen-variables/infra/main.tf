module "shop" {
  source        = "./modules/service"
  name          = "shop"
  image         = "${aws_ecr_repository.shop.repository_url}:${var.release}"
  desired_count = var.copies
}

resource "aws_ecr_repository" "shop" {
  name = "shop"
}

variable "release" {
  type = string
}

variable "copies" {
  type    = number
  default = 2
}
