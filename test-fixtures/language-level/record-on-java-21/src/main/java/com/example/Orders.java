package com.example;

public class Orders {
    record Order(String id, long cents) {}

    public static void main(String[] args) {
        System.out.println(new Order("1", 200));
    }
}
