package com.acme.scans;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ScansApplication {}
