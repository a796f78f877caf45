### Everything both bots say. Markup is Telegram's <b>, <i>, <code>, <a> only; numbers go through NUMBER().

language-name = English
