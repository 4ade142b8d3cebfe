resource "google_artifact_registry_repository" "clinic" {
  repository_id = "clinic"
  format        = "DOCKER"
}

resource "google_cloud_run_v2_service" "reminders" {
  name     = "clinic-reminders"
  location = "europe-west1"

  template {
    scaling {
      min_instance_count = 1
      max_instance_count = 1
    }

    containers {
      image = "europe-west1-docker.pkg.dev/${var.project}/clinic/reminders:${var.release}"
      resources {
        cpu_idle = false
      }
    }
  }
}

variable "project" {}

variable "release" {}
