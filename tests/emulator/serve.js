"use strict";
// Serves telegram-test-api on a port of loopback until standard input ends, and writes a line for each thing that happens.
// What the emulator leaves out of an answer although the Bot API promises it, and only that, is put in here.

const { routes } = require("telegram-test-api/lib/routes");
const { TelegramServer } = require("telegram-test-api/lib/telegramServer");

const LISTENING = "listening";
const FROM_PEOPLE = ["AddedUserMessage", "AddedUserCommand", "AddedUserCallbackQuery"];
const FROM_THE_BOT = ["AddedBotMessage", "EditedMessageText", "EditedMessageReplyMarkup"];

const MENDED = {
  getMe: (result) => ({ ...result, is_bot: true }),
  getUpdates: (result) => result.map(withChatInstance),
  // The emulator returns the call's parameters as they came, and a date in milliseconds.
  sendMessage: ({ message_id, date, chat, text, reply_markup }) => ({
    message_id, date: Math.floor(date / 1000), chat, text, reply_markup,
  }),
  editMessageText: () => true,
  editMessageReplyMarkup: () => true,
  deleteMessage: () => true,
  answerCallbackQuery: () => true,
};

function withChatInstance(update) {
  if (!update.callback_query) return update;
  return { ...update, callback_query: { ...update.callback_query, chat_instance: "1" } };
}

function mend(app) {
  app.use("/bot:token/:method", (request, response, next) => {
    const { method } = request.params;
    const write = response.json.bind(response);
    response.json = (body) => write(body.ok && MENDED[method] ? { ...body, result: MENDED[method](body.result) } : body);
    next();
  });
}

// A request for updates that finds none is answered at once by the emulator, and would be made again at once.
function wait(app, server) {
  app.use("/bot:token/getUpdates", (request, response, next) => {
    const seconds = Number(request.body.timeout || 0);
    if (!seconds || server.storage.userMessages.some((update) => !update.isRead)) {
      next();
      return;
    }
    const goOn = () => {
      clearTimeout(timer);
      FROM_PEOPLE.forEach((event) => server.off(event, goOn));
      response.off("close", goOn);
      // Updates count as read once they are handed out: none is handed to a bot that has hung up.
      if (!response.destroyed) next();
    };
    const timer = setTimeout(goOn, seconds * 1000);
    FROM_PEOPLE.forEach((event) => server.on(event, goOn));
    response.on("close", goOn);
  });
}

// Routes are tried in this order, and the emulator's own answer the request.
routes.unshift(mend, wait);

const server = new TelegramServer({ host: "127.0.0.1", port: Number(process.argv[2]), storeTimeout: 3600 });
FROM_THE_BOT.forEach((event) => server.on(event, () => console.log(event)));
process.stdin.on("end", () => process.exit(0)).resume();
server.start().then(() => console.log(LISTENING));
