package com.acme.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Repository;

@Repository
class RoomsInMemory implements RoomStore {
    // expect: in-memory-state
    private final Map<String, List<String>> rooms = new ConcurrentHashMap<>();

    @Override
    public void add(String room, String message) {
        List<String> messages = new ArrayList<>(messages(room));
        messages.add(message);
        rooms.put(room, messages);
    }

    @Override
    public List<String> messages(String room) {
        return rooms.getOrDefault(room, List.of());
    }
}
