package com.acme.beds;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class BedsApplication {}
