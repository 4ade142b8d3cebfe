resource "google_artifact_registry_repository" "clinic" {
  repository_id = "clinic"
  format        = "DOCKER"
}

resource "google_cloud_run_v2_service" "reminders" {
  name     = "clinic-reminders"
  location = "europe-west1"

  template {
    containers {
      image = "europe-west1-docker.pkg.dev/${var.project}/clinic/reminders:${var.release}"
      resources {
        limits   = { memory = "512Mi" }
        cpu_idle = true
      }
    }
  }
}

variable "project" {}

variable "release" {}
