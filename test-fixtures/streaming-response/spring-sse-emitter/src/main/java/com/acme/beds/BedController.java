package com.acme.beds;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import reactor.core.publisher.Flux;

@RestController
@RequestMapping("/beds")
public class BedController {
    @GetMapping("/changes")
    public SseEmitter changes() {
        // expect: streaming-response
        var emitter = new SseEmitter(60_000L);
        return emitter;
    }

    // expect: streaming-response
    @GetMapping(path = "/prices", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public Flux<String> prices() {
        return Flux.just("1");
    }

    // expect: streaming-response
    @GetMapping(path = "/wards", produces = TEXT_EVENT_STREAM_VALUE)
    public Flux<String> wards() {
        return Flux.just("1");
    }

    // expect: streaming-response
    @GetMapping(path = "/nurses", produces = "text/event-stream")
    public Flux<String> nurses() {
        return Flux.just("1");
    }

    @GetMapping(path = "/all", produces = MediaType.APPLICATION_JSON_VALUE)
    public String all() {
        return "[]";
    }
}
