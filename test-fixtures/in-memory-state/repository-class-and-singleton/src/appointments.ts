interface Appointment {
  patient: string;
  at: string;
}

class Appointments {
  // expect: in-memory-state
  private booked: Appointment[] = [];

  book(appointment: Appointment) {
    this.booked.push(appointment);
  }

  all() {
    return this.booked;
  }
}

export const appointments = new Appointments();
