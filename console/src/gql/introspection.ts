import type { IntrospectionQuery } from 'graphql';
export default {
  "__schema": {
    "queryType": {
      "name": "Query",
      "kind": "OBJECT"
    },
    "mutationType": {
      "name": "Mutation",
      "kind": "OBJECT"
    },
    "subscriptionType": {
      "name": "Subscription",
      "kind": "OBJECT"
    },
    "types": [
      {
        "kind": "OBJECT",
        "name": "AccessTokenExpiredError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AccessTokenInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "Account",
        "fields": [
          {
            "name": "id",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "kind",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "name",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "state",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "AccountState",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "user",
            "type": {
              "kind": "OBJECT",
              "name": "User",
              "ofType": null
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Node"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AccountExistsError",
        "fields": [
          {
            "name": "account",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AccountInUseError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AccountNameTakenError",
        "fields": [
          {
            "name": "account",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AccountNotFoundError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "name",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AccountState",
        "fields": [
          {
            "name": "message",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "reason",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "since",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "status",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "AccountUnavailableError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "reason",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AdminIdInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AuthRestartError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AuthTokenAlreadyAcceptedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AuthTokenExpiredError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "AuthTokenInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "BeginSignInResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccessTokenExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "AccessTokenInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountExistsError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNameTakenError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthRestartError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenAlreadyAcceptedError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberAppSignupForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberBannedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberUnoccupiedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordProtectedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignIn"
          },
          {
            "kind": "OBJECT",
            "name": "SignInEndedError"
          },
          {
            "kind": "OBJECT",
            "name": "SmsCodeCreateFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "StoreUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "TooManySignInsError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UpdateAppToLoginError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "BotMethodInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "BusinessConnectionNotAllowedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "CancelSignInResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "SignIn"
          },
          {
            "kind": "OBJECT",
            "name": "SignInEndedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChannelInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChannelMonoforumUnsupportedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChannelPrivateError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChannelsTooMuchError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "Chat",
        "fields": [
          {
            "name": "accounts",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "name": "Account",
                    "kind": "OBJECT",
                    "ofType": null
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "adminsWithInvites",
            "type": {
              "kind": "LIST",
              "ofType": {
                "kind": "NON_NULL",
                "ofType": {
                  "name": "ChatAdminWithInvites",
                  "kind": "OBJECT",
                  "ofType": null
                }
              }
            },
            "args": []
          },
          {
            "name": "exportedInvite",
            "type": {
              "kind": "OBJECT",
              "name": "ExportedChatInvite",
              "ofType": null
            },
            "args": [
              {
                "name": "link",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "exportedInvites",
            "type": {
              "kind": "OBJECT",
              "name": "ExportedChatInviteConnection",
              "ofType": null
            },
            "args": [
              {
                "name": "account",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "admin",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "after",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "first",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "revoked",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          },
          {
            "name": "id",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "joinRequests",
            "type": {
              "kind": "OBJECT",
              "name": "JoinRequestConnection",
              "ofType": null
            },
            "args": [
              {
                "name": "after",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "first",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "link",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "q",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          },
          {
            "name": "kind",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "participantsCount",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "peer",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "permanentInvite",
            "type": {
              "kind": "OBJECT",
              "name": "ExportedChatInvite",
              "ofType": null
            },
            "args": [
              {
                "name": "account",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          },
          {
            "name": "requestsPending",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "title",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "username",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Node"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChatAdminInviteRequiredError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChatAdminRequiredError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChatAdminWithInvites",
        "fields": [
          {
            "name": "admin",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "User",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "invitesCount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "revokedInvitesCount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatConnection",
        "fields": [
          {
            "name": "edges",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "name": "ChatEdge",
                    "kind": "OBJECT",
                    "ofType": null
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "pageInfo",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "PageInfo",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatEdge",
        "fields": [
          {
            "name": "cursor",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "node",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatIdInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChatInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChatInvite",
        "fields": [
          {
            "name": "about",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "broadcast",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "canRefulfillSubscription",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "channel",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "color",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "fake",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "hasPhoto",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "megagroup",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "participants",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "name": "User",
                    "kind": "OBJECT",
                    "ofType": null
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "participantsCount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "public",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "requestNeeded",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "scam",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "subscriptionFormId",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "subscriptionPricing",
            "type": {
              "kind": "OBJECT",
              "name": "StarsSubscriptionPricing",
              "ofType": null
            },
            "args": []
          },
          {
            "name": "title",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "verified",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatInviteAlready",
        "fields": [
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatInviteImporter",
        "fields": [
          {
            "name": "approvedBy",
            "type": {
              "kind": "OBJECT",
              "name": "User",
              "ofType": null
            },
            "args": []
          },
          {
            "name": "date",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "user",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "User",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "viaChatlist",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatInviteImporterConnection",
        "fields": [
          {
            "name": "edges",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "name": "ChatInviteImporterEdge",
                    "kind": "OBJECT",
                    "ofType": null
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "pageInfo",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "PageInfo",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "totalCount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatInviteImporterEdge",
        "fields": [
          {
            "name": "cursor",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "node",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "ChatInviteImporter",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatInvitePeek",
        "fields": [
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "expires",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatInvitePermanentError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ChatInvitePublicJoinRequests",
        "fields": [
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatInviteUse",
        "fields": [
          {
            "name": "approvedBy",
            "type": {
              "kind": "OBJECT",
              "name": "User",
              "ofType": null
            },
            "args": []
          },
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "date",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "invite",
            "type": {
              "kind": "OBJECT",
              "name": "ExportedChatInvite",
              "ofType": null
            },
            "args": []
          },
          {
            "name": "user",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "User",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "viaChatlist",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatJoinRequestHidden",
        "fields": [
          {
            "name": "approved",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "joinRequestId",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "user",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "User",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatJoinRequestsHidden",
        "fields": [
          {
            "name": "approved",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "link",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatJoined",
        "fields": [
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ChatWriteForbiddenError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "CheckedChatInvite",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "ChatInvite"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInviteAlready"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInvitePeek"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "DeleteExportedChatInviteResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "BotMethodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatWriteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "DeletedExportedChatInvite"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "GatewayBusyError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteRevokedMissingError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "DeleteRevokedExportedChatInvitesResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "AdminIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "BotMethodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatWriteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "DeletedRevokedExportedChatInvites"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "GatewayBusyError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "DeletedExportedChatInvite",
        "fields": [
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "deletedId",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "link",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "DeletedRevokedExportedChatInvites",
        "fields": [
          {
            "name": "admin",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "User",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "EditBotInviteForbiddenError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "EditExportedChatInviteResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInvitePermanentError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatWriteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "EditBotInviteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "ExpireDateInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ExportedChatInvite"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "GatewayBusyError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "PricingChatInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UsageLimitInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          }
        ]
      },
      {
        "kind": "INTERFACE",
        "name": "Error",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [],
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccessTokenExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "AccessTokenInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountExistsError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountInUseError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNameTakenError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "AdminIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthRestartError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenAlreadyAcceptedError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "BotMethodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelMonoforumUnsupportedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminInviteRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInvitePermanentError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatWriteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "EditBotInviteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "ExpireDateInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "FreshResetAuthorisationForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "GatewayBusyError"
          },
          {
            "kind": "OBJECT",
            "name": "HideRequesterMissingError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "InputUserDeactivatedError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashEmptyError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteRequestDeclinedError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteRevokedMissingError"
          },
          {
            "kind": "OBJECT",
            "name": "MsgIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PasswordHashInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeEmptyError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberAppSignupForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberBannedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberUnoccupiedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordProtectedError"
          },
          {
            "kind": "OBJECT",
            "name": "PricingChatInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "SendCodeUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInEndedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInStepError"
          },
          {
            "kind": "OBJECT",
            "name": "SmsCodeCreateFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "SrpIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "SrpPasswordChangedError"
          },
          {
            "kind": "OBJECT",
            "name": "StarsPaymentRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "StoreUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "SubscriptionPeriodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "TooManySignInsError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UpdateAppToLoginError"
          },
          {
            "kind": "OBJECT",
            "name": "UsageLimitInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UserAlreadyParticipantError"
          },
          {
            "kind": "OBJECT",
            "name": "UserBannedInChannelError"
          },
          {
            "kind": "OBJECT",
            "name": "UserChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "UserIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UserPrivacyRestrictedError"
          },
          {
            "kind": "OBJECT",
            "name": "UserRestrictedError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          },
          {
            "kind": "OBJECT",
            "name": "UsersTooMuchError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ExpireDateInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "ExportChatInviteResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelMonoforumUnsupportedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInvitePublicJoinRequests"
          },
          {
            "kind": "OBJECT",
            "name": "ChatWriteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "ExpireDateInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ExportedChatInvite"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "GatewayBusyError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "InputUserDeactivatedError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "MsgIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "PricingChatInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "SubscriptionPeriodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UsageLimitInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ExportedChatInvite",
        "fields": [
          {
            "name": "admin",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "User",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "date",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "expireDate",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "expiredSubscribers",
            "type": {
              "kind": "OBJECT",
              "name": "ChatInviteImporterConnection",
              "ofType": null
            },
            "args": [
              {
                "name": "after",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "first",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          },
          {
            "name": "id",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "importers",
            "type": {
              "kind": "OBJECT",
              "name": "ChatInviteImporterConnection",
              "ofType": null
            },
            "args": [
              {
                "name": "after",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "first",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          },
          {
            "name": "link",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "linkIsPartial",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "pendingRequests",
            "type": {
              "kind": "OBJECT",
              "name": "JoinRequestConnection",
              "ofType": null
            },
            "args": [
              {
                "name": "after",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "first",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          },
          {
            "name": "permanent",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "qrCode",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": [
              {
                "name": "format",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              },
              {
                "name": "size",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          },
          {
            "name": "requestNeeded",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "requested",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "revoked",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "startDate",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "subscriptionExpired",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "subscriptionPricing",
            "type": {
              "kind": "OBJECT",
              "name": "StarsSubscriptionPricing",
              "ofType": null
            },
            "args": []
          },
          {
            "name": "title",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "usage",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "usageLimit",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Node"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "ExportedChatInviteConnection",
        "fields": [
          {
            "name": "edges",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "name": "ExportedChatInviteEdge",
                    "kind": "OBJECT",
                    "ofType": null
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "pageInfo",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "PageInfo",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "totalCount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ExportedChatInviteEdge",
        "fields": [
          {
            "name": "cursor",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "node",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "ExportedChatInvite",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "ExportedChatInviteReplaced",
        "fields": [
          {
            "name": "invite",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "ExportedChatInvite",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "newInvite",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "ExportedChatInvite",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "INTERFACE",
        "name": "FieldError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ],
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccessTokenExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "AccessTokenInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AdminIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelMonoforumUnsupportedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ExpireDateInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashEmptyError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteRevokedMissingError"
          },
          {
            "kind": "OBJECT",
            "name": "PasswordHashInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeEmptyError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberBannedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PricingChatInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "SubscriptionPeriodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsageLimitInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UserIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "FloodWaitError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "retryAfterSeconds",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "retryAt",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "FreshResetAuthorisationForbiddenError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "GatewayBusyError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "retryAfterSeconds",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "HideAllChatJoinRequestsResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "BotMethodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminInviteRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatJoinRequestsHidden"
          },
          {
            "kind": "OBJECT",
            "name": "ChatWriteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "GatewayBusyError"
          },
          {
            "kind": "OBJECT",
            "name": "HideRequesterMissingError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UserChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "HideChatJoinRequestResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminInviteRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatJoinRequestHidden"
          },
          {
            "kind": "OBJECT",
            "name": "ChatWriteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "GatewayBusyError"
          },
          {
            "kind": "OBJECT",
            "name": "HideRequesterMissingError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "InputUserDeactivatedError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "MsgIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UserAlreadyParticipantError"
          },
          {
            "kind": "OBJECT",
            "name": "UserChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "UserIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UserPrivacyRestrictedError"
          },
          {
            "kind": "OBJECT",
            "name": "UserRestrictedError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "HideRequesterMissingError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "IdempotencyKeyReusedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "IdempotencyUnavailableError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "ImportChatInviteResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "BotMethodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatJoined"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "GatewayBusyError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashEmptyError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteRequestDeclinedError"
          },
          {
            "kind": "OBJECT",
            "name": "JoinRequestSent"
          },
          {
            "kind": "OBJECT",
            "name": "MsgIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "StarsPaymentRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UserAlreadyParticipantError"
          },
          {
            "kind": "OBJECT",
            "name": "UserBannedInChannelError"
          },
          {
            "kind": "OBJECT",
            "name": "UserChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "UserRestrictedError"
          },
          {
            "kind": "OBJECT",
            "name": "UsersTooMuchError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "InputIssue",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "InputUserDeactivatedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "InvalidInputError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "issues",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "name": "InputIssue",
                    "kind": "OBJECT",
                    "ofType": null
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "InviteHashEmptyError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "InviteHashExpiredError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "InviteHashInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "InviteRequestDeclinedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "InviteRevokedMissingError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "JoinRequest",
        "fields": [
          {
            "name": "about",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "chat",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "Chat",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "date",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "id",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "invite",
            "type": {
              "kind": "OBJECT",
              "name": "ExportedChatInvite",
              "ofType": null
            },
            "args": []
          },
          {
            "name": "user",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "User",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Node"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "JoinRequestConnection",
        "fields": [
          {
            "name": "edges",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "name": "JoinRequestEdge",
                    "kind": "OBJECT",
                    "ofType": null
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "pageInfo",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "PageInfo",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "totalCount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "JoinRequestEdge",
        "fields": [
          {
            "name": "cursor",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "node",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "JoinRequest",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "JoinRequestSent",
        "fields": [
          {
            "name": "link",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "MsgIdInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "Mutation",
        "fields": [
          {
            "name": "beginSignIn",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "BeginSignInResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "cancelSignIn",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "CancelSignInResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "deleteExportedChatInvite",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "DeleteExportedChatInviteResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "deleteRevokedExportedChatInvites",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "DeleteRevokedExportedChatInvitesResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "editExportedChatInvite",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "EditExportedChatInviteResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "exportChatInvite",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "ExportChatInviteResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "hideAllChatJoinRequests",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "HideAllChatJoinRequestsResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "hideChatJoinRequest",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "HideChatJoinRequestResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "importChatInvite",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "ImportChatInviteResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "removeAccount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "RemoveAccountResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "renameAccount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "RenameAccountResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "resendSignInCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "ResendSignInCodeResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "resumeAccount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "ResumeAccountResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "revokeExportedChatInvite",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "RevokeExportedChatInviteResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "submitSignInCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "SubmitSignInCodeResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "submitSignInPassword",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "SubmitSignInPasswordResult",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "input",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          }
        ],
        "interfaces": []
      },
      {
        "kind": "INTERFACE",
        "name": "Node",
        "fields": [
          {
            "name": "id",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [],
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "Account"
          },
          {
            "kind": "OBJECT",
            "name": "Chat"
          },
          {
            "kind": "OBJECT",
            "name": "ExportedChatInvite"
          },
          {
            "kind": "OBJECT",
            "name": "JoinRequest"
          },
          {
            "kind": "OBJECT",
            "name": "User"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PageInfo",
        "fields": [
          {
            "name": "endCursor",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "hasNextPage",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "hasPreviousPage",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "startCursor",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "PasswordHashInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PeerIdInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PeerNotFoundError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhoneCodeEmptyError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhoneCodeExpiredError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhoneCodeInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhoneNumberAppSignupForbiddenError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhoneNumberBannedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhoneNumberFloodError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhoneNumberInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhoneNumberUnoccupiedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhonePasswordFloodError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PhonePasswordProtectedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "PricingChatInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "Query",
        "fields": [
          {
            "name": "account",
            "type": {
              "kind": "OBJECT",
              "name": "Account",
              "ofType": null
            },
            "args": [
              {
                "name": "name",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          },
          {
            "name": "accounts",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "name": "Account",
                    "kind": "OBJECT",
                    "ofType": null
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "chat",
            "type": {
              "kind": "OBJECT",
              "name": "Chat",
              "ofType": null
            },
            "args": [
              {
                "name": "account",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "peer",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "chats",
            "type": {
              "kind": "OBJECT",
              "name": "ChatConnection",
              "ofType": null
            },
            "args": [
              {
                "name": "account",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "after",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "first",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          },
          {
            "name": "checkChatInvite",
            "type": {
              "kind": "UNION",
              "name": "CheckedChatInvite",
              "ofType": null
            },
            "args": [
              {
                "name": "account",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "link",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "node",
            "type": {
              "kind": "INTERFACE",
              "name": "Node",
              "ofType": null
            },
            "args": [
              {
                "name": "id",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          }
        ],
        "interfaces": []
      },
      {
        "kind": "UNION",
        "name": "RemoveAccountResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountInUseError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "RemovedAccount"
          },
          {
            "kind": "OBJECT",
            "name": "StoreUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "RemovedAccount",
        "fields": [
          {
            "name": "loggedOut",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "name",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "removedId",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "UNION",
        "name": "RenameAccountResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "Account"
          },
          {
            "kind": "OBJECT",
            "name": "AccountInUseError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNameTakenError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "StoreUnavailableError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "ResendSignInCodeResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthRestartError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberAppSignupForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberUnoccupiedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordProtectedError"
          },
          {
            "kind": "OBJECT",
            "name": "SendCodeUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "SignIn"
          },
          {
            "kind": "OBJECT",
            "name": "SignInEndedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInStepError"
          },
          {
            "kind": "OBJECT",
            "name": "SmsCodeCreateFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UpdateAppToLoginError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "ResumeAccountResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "Account"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "StoreUnavailableError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "RevokeExportedChatInviteResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInvitePermanentError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatWriteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "EditBotInviteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "ExportedChatInvite"
          },
          {
            "kind": "OBJECT",
            "name": "ExportedChatInviteReplaced"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "GatewayBusyError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyKeyReusedError"
          },
          {
            "kind": "OBJECT",
            "name": "IdempotencyUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SendCodeUnavailableError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SignIn",
        "fields": [
          {
            "name": "expiresAt",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "id",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "name",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "step",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "SignInStep",
                "kind": "INTERFACE",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "SignInDone",
        "fields": [
          {
            "name": "account",
            "type": {
              "kind": "OBJECT",
              "name": "Account",
              "ofType": null
            },
            "args": []
          },
          {
            "name": "kind",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "user",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "User",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "SignInStep"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SignInEndedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SignInEnterCode",
        "fields": [
          {
            "name": "canResendAt",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "delivery",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "hint",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "kind",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "length",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "SignInStep"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SignInEnterPassword",
        "fields": [
          {
            "name": "hint",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "kind",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "SignInStep"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SignInFailed",
        "fields": [
          {
            "name": "error",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "SignInFailure",
                "kind": "UNION",
                "ofType": null
              }
            },
            "args": []
          },
          {
            "name": "kind",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "SignInStep"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SignInFailedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "SignInFailure",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccessTokenExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "AccessTokenInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountExistsError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNameTakenError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthRestartError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenAlreadyAcceptedError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "FreshResetAuthorisationForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "PasswordHashInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeEmptyError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberAppSignupForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberBannedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberUnoccupiedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordProtectedError"
          },
          {
            "kind": "OBJECT",
            "name": "SendCodeUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInEndedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "SmsCodeCreateFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "SrpIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "SrpPasswordChangedError"
          },
          {
            "kind": "OBJECT",
            "name": "StoreUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UpdateAppToLoginError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SignInNotFoundError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SignInScanQr",
        "fields": [
          {
            "name": "expiresAt",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "kind",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "link",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "qrCode",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": [
              {
                "name": "format",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              },
              {
                "name": "size",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              }
            ]
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "SignInStep"
          }
        ]
      },
      {
        "kind": "INTERFACE",
        "name": "SignInStep",
        "fields": [
          {
            "name": "kind",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [],
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "SignInDone"
          },
          {
            "kind": "OBJECT",
            "name": "SignInEnterCode"
          },
          {
            "kind": "OBJECT",
            "name": "SignInEnterPassword"
          },
          {
            "kind": "OBJECT",
            "name": "SignInFailed"
          },
          {
            "kind": "OBJECT",
            "name": "SignInScanQr"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SignInStepError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SmsCodeCreateFailedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SrpIdInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "SrpPasswordChangedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "StarsPaymentRequiredError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "StarsSubscriptionPricing",
        "fields": [
          {
            "name": "amount",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "period",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "StoreUnavailableError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "SubmitSignInCodeResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountExistsError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNameTakenError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthRestartError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeEmptyError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberAppSignupForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberUnoccupiedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordProtectedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignIn"
          },
          {
            "kind": "OBJECT",
            "name": "SignInEndedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInStepError"
          },
          {
            "kind": "OBJECT",
            "name": "SmsCodeCreateFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "StoreUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UpdateAppToLoginError"
          }
        ]
      },
      {
        "kind": "UNION",
        "name": "SubmitSignInPasswordResult",
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccountExistsError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountNameTakenError"
          },
          {
            "kind": "OBJECT",
            "name": "AccountUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "FreshResetAuthorisationForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "InvalidInputError"
          },
          {
            "kind": "OBJECT",
            "name": "PasswordHashInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "SignIn"
          },
          {
            "kind": "OBJECT",
            "name": "SignInEndedError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInNotFoundError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInStepError"
          },
          {
            "kind": "OBJECT",
            "name": "SrpIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "SrpPasswordChangedError"
          },
          {
            "kind": "OBJECT",
            "name": "StoreUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "TelegramUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "Subscription",
        "fields": [
          {
            "name": "chatInviteUses",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "ChatInviteUse",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "account",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "peer",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "chatJoinRequests",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "JoinRequest",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "account",
                "type": {
                  "kind": "SCALAR",
                  "name": "Any"
                }
              },
              {
                "name": "peer",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          },
          {
            "name": "signIn",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "name": "SignIn",
                "kind": "OBJECT",
                "ofType": null
              }
            },
            "args": [
              {
                "name": "id",
                "type": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            ]
          }
        ],
        "interfaces": []
      },
      {
        "kind": "OBJECT",
        "name": "SubscriptionPeriodInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "INTERFACE",
        "name": "TelegramError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ],
        "possibleTypes": [
          {
            "kind": "OBJECT",
            "name": "AccessTokenExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "AccessTokenInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "AdminIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthRestartError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenAlreadyAcceptedError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "AuthTokenInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "BotMethodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "BusinessConnectionNotAllowedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelMonoforumUnsupportedError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelPrivateError"
          },
          {
            "kind": "OBJECT",
            "name": "ChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminInviteRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatAdminRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatInvitePermanentError"
          },
          {
            "kind": "OBJECT",
            "name": "ChatWriteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "EditBotInviteForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "ExpireDateInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "FloodWaitError"
          },
          {
            "kind": "OBJECT",
            "name": "FreshResetAuthorisationForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "HideRequesterMissingError"
          },
          {
            "kind": "OBJECT",
            "name": "InputUserDeactivatedError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashEmptyError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteHashInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteRequestDeclinedError"
          },
          {
            "kind": "OBJECT",
            "name": "InviteRevokedMissingError"
          },
          {
            "kind": "OBJECT",
            "name": "MsgIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PasswordHashInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PeerIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeEmptyError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeExpiredError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneCodeInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberAppSignupForbiddenError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberBannedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "PhoneNumberUnoccupiedError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordFloodError"
          },
          {
            "kind": "OBJECT",
            "name": "PhonePasswordProtectedError"
          },
          {
            "kind": "OBJECT",
            "name": "PricingChatInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "SendCodeUnavailableError"
          },
          {
            "kind": "OBJECT",
            "name": "SignInFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "SmsCodeCreateFailedError"
          },
          {
            "kind": "OBJECT",
            "name": "SrpIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "SrpPasswordChangedError"
          },
          {
            "kind": "OBJECT",
            "name": "StarsPaymentRequiredError"
          },
          {
            "kind": "OBJECT",
            "name": "SubscriptionPeriodInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UnexpectedTelegramError"
          },
          {
            "kind": "OBJECT",
            "name": "UpdateAppToLoginError"
          },
          {
            "kind": "OBJECT",
            "name": "UsageLimitInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UserAlreadyParticipantError"
          },
          {
            "kind": "OBJECT",
            "name": "UserBannedInChannelError"
          },
          {
            "kind": "OBJECT",
            "name": "UserChannelsTooMuchError"
          },
          {
            "kind": "OBJECT",
            "name": "UserIdInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UserPrivacyRestrictedError"
          },
          {
            "kind": "OBJECT",
            "name": "UserRestrictedError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameInvalidError"
          },
          {
            "kind": "OBJECT",
            "name": "UsernameNotOccupiedError"
          },
          {
            "kind": "OBJECT",
            "name": "UsersTooMuchError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "TelegramUnavailableError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "outcome",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "TooManySignInsError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "retryAfterSeconds",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UnexpectedTelegramError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UpdateAppToLoginError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UsageLimitInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "User",
        "fields": [
          {
            "name": "firstName",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "id",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "isBot",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "lastName",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          },
          {
            "name": "peer",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "username",
            "type": {
              "kind": "SCALAR",
              "name": "Any"
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Node"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UserAlreadyParticipantError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UserBannedInChannelError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UserChannelsTooMuchError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UserIdInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UserPrivacyRestrictedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UserRestrictedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UsernameInvalidError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UsernameNotOccupiedError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "path",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "LIST",
                "ofType": {
                  "kind": "NON_NULL",
                  "ofType": {
                    "kind": "SCALAR",
                    "name": "Any"
                  }
                }
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "FieldError"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "OBJECT",
        "name": "UsersTooMuchError",
        "fields": [
          {
            "name": "code",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "message",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          },
          {
            "name": "telegramCode",
            "type": {
              "kind": "NON_NULL",
              "ofType": {
                "kind": "SCALAR",
                "name": "Any"
              }
            },
            "args": []
          }
        ],
        "interfaces": [
          {
            "kind": "INTERFACE",
            "name": "Error"
          },
          {
            "kind": "INTERFACE",
            "name": "TelegramError"
          }
        ]
      },
      {
        "kind": "SCALAR",
        "name": "Any"
      }
    ],
    "directives": []
  }
} as unknown as IntrospectionQuery;