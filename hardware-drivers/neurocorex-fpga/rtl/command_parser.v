// Understands what the host sends: the published commands are carried out here, bytes of frames and
// events are passed on.
//
// A command lasts until its last byte, however long that takes; bytes that aren't commands are
// dropped one by one. While something is being carried out no byte is taken.
`default_nettype none

module command_parser (
    input  wire        clock,
    input  wire        reset,
    // The line.
    input  wire [ 7:0] data,
    input  wire        available,
    output wire        take,
    output wire        working,        // and not waiting for a byte
    // The core, as its host.
    input  wire        core_ready,
    output wire        host,
    output reg  [ 2:0] memory,
    output reg  [ 6:0] row,
    output reg  [ 6:0] column,
    output wire        write,
    output wire [17:0] new_value,
    input  wire [ 7:0] value,
    input  wire        low_bit_first,
    // Weights on their way back.
    output wire [ 7:0] weight,
    output wire        weight_valid,
    input  wire        weight_ready,
    // Events.
    output wire        event_valid,
    output wire [ 7:0] event_delta,
    output wire [15:0] event_address,
    output wire        event_end,
    input  wire        event_ready,
    // Frames.
    output wire        frame_begins,
    output wire        frame_byte,
    input  wire        frame_complete,
    input  wire        frame_done
);
  localparam [2:0] FF = 3'd0, AA = 3'd1, FF_ENABLES = 3'd2, AA_ENABLES = 3'd3, PARAMETERS = 3'd4,
      REGISTERS = 3'd5;

  localparam [3:0] COMMAND = 4'd0, WEIGHTS = 4'd1, TERMINATOR = 4'd2, WORDS = 4'd3, BITS = 4'd4,
      BIT = 4'd5, EVENT = 4'd6, PLAY = 4'd7, PLAYING = 4'd8, ASK = 4'd9, ADDRESS = 4'd10,
      MEMORY = 4'd11, WEIGHT = 4'd12, FRAME = 4'd13, EXECUTE = 4'd14;

  reg [3:0] phase;
  reg [1:0] part;          // byte of a word, of an event
  reg [15:0] word;         // its bytes so far
  reg [7:0] bits;
  reg [2:0] place;         // of a bit

  wire waits = phase == COMMAND || phase == WEIGHTS || phase == TERMINATOR || phase == WORDS
               || phase == BITS || phase == EVENT || phase == ASK || phase == FRAME;
  assign working = !waits;
  assign take = waits && available && (core_ready || phase == FRAME) && !frame_complete;

  // Places come in rows, one after the other.
  wire row_ends = column == 7'd95;
  wire last_place = row_ends && row == 7'd95;
  wire last_word = memory == PARAMETERS ? row_ends && row == 7'd3 : column == 7'd1;

  assign host = phase == WEIGHTS || phase == WORDS || phase == BIT || phase == ADDRESS
                || phase == MEMORY || phase == WEIGHT;
  wire word_complete = phase == WORDS && take && part == 2'd2;
  assign write = (phase == WEIGHTS && take) || word_complete || phase == BIT;
  assign new_value =
      phase == WEIGHTS ? {10'd0, data} :
      phase == BIT ? {17'd0, bits[low_bit_first ? place : ~place]} : {data[1:0], word};

  assign weight = value;
  assign weight_valid = phase == WEIGHT;

  wire ends = word == 16'hffff && event_high == 8'hff;
  reg [7:0] event_high;
  assign event_delta = word[7:0];
  assign event_address = {event_high, word[15:8]};
  assign event_valid = phase == PLAY && !ends;
  assign event_end = phase == PLAY && ends;

  assign frame_begins = phase == COMMAND && take && data == 8'h70;
  assign frame_byte = phase == FRAME && take;

  wire advance = (phase == WEIGHTS && take) || word_complete || phase == BIT
                 || (phase == WEIGHT && weight_ready);

  always @(posedge clock) begin
    if (phase == COMMAND) begin
      row    <= 7'd0;
      column <= 7'd0;
      part   <= 2'd0;
      place  <= 3'd0;
    end else if (advance) begin
      column <= row_ends ? 7'd0 : column + 7'd1;
      if (row_ends) row <= last_place ? 7'd0 : row + 7'd1;
    end

    if (reset) begin
      phase <= COMMAND;
    end else begin
      case (phase)
        COMMAND:
        if (take) begin
          case (data[7:4])
            4'h0: begin
              memory <= FF;
              phase  <= WEIGHTS;
            end
            4'h1: begin
              memory <= AA;
              phase  <= WEIGHTS;
            end
            4'h2: begin
              memory <= PARAMETERS;
              phase  <= WORDS;
            end
            4'h3: phase <= EVENT;
            4'h4: begin
              memory <= REGISTERS;
              phase  <= WORDS;
            end
            4'h5: begin
              memory <= AA;
              phase  <= ASK;
            end
            4'h6: begin
              memory <= AA_ENABLES;
              phase  <= BITS;
            end
            4'h7: if (data == 8'h70) phase <= FRAME;
            default: ;
          endcase
        end

        WEIGHTS: if (take && last_place) phase <= TERMINATOR;
        TERMINATOR: if (take) phase <= COMMAND;

        WORDS:
        if (take) begin
          word <= {data, word[15:8]};
          part <= part == 2'd2 ? 2'd0 : part + 2'd1;
          if (part == 2'd2 && last_word) phase <= COMMAND;
        end

        BITS:
        if (take) begin
          bits  <= data;
          phase <= BIT;
        end
        BIT: begin
          place <= place + 3'd1;
          if (place == 3'd7) begin
            phase <= BITS;
            if (last_place) begin
              memory <= FF_ENABLES;
              if (memory == FF_ENABLES) phase <= TERMINATOR;
            end
          end
        end

        EVENT:
        if (take) begin
          part <= part + 2'd1;
          if (part == 2'd2) begin
            event_high <= data;
            part       <= 2'd0;
            phase      <= PLAY;
          end else word <= {data, word[15:8]};
        end
        PLAY: if (event_ready) phase <= PLAYING;
        PLAYING: if (event_ready) phase <= ends ? COMMAND : EVENT;

        ASK: if (take) phase <= ADDRESS;
        ADDRESS: phase <= MEMORY;
        MEMORY: phase <= WEIGHT;
        WEIGHT:
        if (weight_ready)
          // The last one isn't sent: the published core forgets it, and its host adds a 0.
          phase <= row == 7'd95 && column == 7'd94 ? COMMAND : ADDRESS;

        FRAME: if (frame_complete) phase <= EXECUTE;
        default: if (frame_done) phase <= COMMAND;
      endcase
    end
  end
endmodule

`default_nettype wire
