### 两个机器人发出的全部文字。标记只用 Telegram 的 <b>、<i>、<code>、<a>;数字写作 NUMBER()。

language-name = 中文
