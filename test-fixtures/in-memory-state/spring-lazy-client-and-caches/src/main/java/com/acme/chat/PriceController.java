package com.acme.chat;

import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/prices")
public class PriceController {
    private final PriceService prices;

    public PriceController(PriceService prices) {
        this.prices = prices;
    }

    @GetMapping("/{item}")
    public Integer price(@PathVariable String item) {
        return prices.price(item);
    }

    @PostMapping("/{item}")
    public Integer total(@PathVariable String item, @RequestBody Integer count) {
        return prices.price(item) * count * prices.factor(item);
    }
}
