package com.example.billing;

import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

public class SpringHandler extends FunctionInvoker {}
