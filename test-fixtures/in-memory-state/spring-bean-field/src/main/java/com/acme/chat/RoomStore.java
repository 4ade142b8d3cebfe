package com.acme.chat;

import java.util.List;

public interface RoomStore {
    void add(String room, String message);

    List<String> messages(String room);
}
