package com.acme.chat;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/rooms")
public class RoomController {
    @Autowired
    private RoomStore rooms;

    @PostMapping("/{room}")
    public void say(@PathVariable String room, @RequestBody String message) {
        rooms.add(room, message);
    }

    @GetMapping("/{room}")
    public List<String> read(@PathVariable String room) {
        return rooms.messages(room);
    }
}
