package com.example.billing;

public class InheritedDefault implements WithDefault {}
