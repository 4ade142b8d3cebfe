plugins { java }
dependencies { implementation("org.springframework.boot:spring-boot-starter-security:3.3.0") }
