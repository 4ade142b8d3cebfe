variable "name" {
  type = string
}

variable "image" {
  type = string
}

variable "desired_count" {
  type = number
}

resource "aws_ecs_task_definition" "app" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512

  container_definitions = jsonencode([
    {
      name         = "app"
      image        = var.image
      portMappings = [{ containerPort = 3000 }]
      environment = [
        { name = "PORT", value = "3000" },
      ]
      secrets = [
        { name = "SESSION_SECRET", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/session" },
      ]
    }
  ])
}

resource "aws_ecs_service" "app" {
  name            = var.name
  task_definition = aws_ecs_task_definition.app.arn
  desired_count   = var.desired_count
  launch_type     = "FARGATE"

  load_balancer {
    target_group_arn = aws_lb_target_group.app.arn
    container_name   = "app"
    container_port   = 3000
  }
}

resource "aws_lb_target_group" "app" {
  port        = 3000
  protocol    = "HTTP"
  target_type = "ip"

  health_check {
    path = "/login"
  }
}
